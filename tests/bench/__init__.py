"""What a visit costs a telephone, and what a hundred thousand people cost the desk."""
