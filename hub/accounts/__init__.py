"""How allauth is fitted to the hub: an adapter for each of its parts."""
