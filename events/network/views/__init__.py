"""The network's pages at the desk."""
