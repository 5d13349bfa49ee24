"""The family at home: relatives who are told when she asks for help, because she agreed to it."""
