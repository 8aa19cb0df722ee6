SELECT digest, document FROM policies ORDER BY number
