"""What files are made of, whatever is in them: XML, packages, HTML, tables. Read `packages` first."""
