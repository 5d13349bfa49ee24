"""One file a kind of chart: how numbers are drawn. Still, with patterns and words beside every colour."""
