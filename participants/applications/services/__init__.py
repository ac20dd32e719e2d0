"""Whatever is written of an application, of every kind."""
