"""What is handed out of the record: rows here, their rendering apart; nothing is written."""
