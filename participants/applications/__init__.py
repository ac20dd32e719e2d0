"""An application with an own link: one depth beneath hosting, joining, and whatever comes next."""
