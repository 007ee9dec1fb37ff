"""What is done with pictures and boards: menus, questions, the trash, what is on its way."""
