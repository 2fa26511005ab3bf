"""What files are made of, whatever stands in them: XML, packages, HTML, tables. Read `packages` first."""
