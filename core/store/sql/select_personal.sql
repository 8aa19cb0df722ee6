SELECT name, value FROM personal
