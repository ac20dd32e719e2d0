"""What editors write, once per language: pages, their blocks, the frame around them."""
