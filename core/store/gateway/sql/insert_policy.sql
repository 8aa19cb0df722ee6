INSERT INTO policies (number, digest, document)
VALUES ((SELECT coalesce(max(number), 0) + 1 FROM policies), ?1, ?2)
ON CONFLICT (digest) DO UPDATE SET number = (SELECT max(number) + 1 FROM policies)
