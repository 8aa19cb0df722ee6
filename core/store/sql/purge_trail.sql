DELETE FROM trail WHERE seq < ?1
