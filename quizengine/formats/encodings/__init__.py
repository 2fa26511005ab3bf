"""The building blocks of files, whatever their content: XML, packages, HTML, tables. Read `packages` first."""
