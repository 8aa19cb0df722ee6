INSERT INTO standing (seq, standing, receipt) VALUES (?1, 'Stored', '')
