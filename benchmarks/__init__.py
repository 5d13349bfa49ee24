"""What the kiosk costs, measured against a bare window on the same machine in the same run."""
