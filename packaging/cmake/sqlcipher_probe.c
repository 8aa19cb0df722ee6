/* Answers 0 when the SQLCipher it is linked with is one the store accepts: SQLCipher >= 4.14 on SQLite >= 3.51.3,
 * with FTS5 and without temporary files. */
#define SQLITE_HAS_CODEC 1
#include <sqlite3.h>
#include <stdio.h>

static int isNewEnough(void *out, int columns, char **values, char **names)
{
    int major = 0;
    int minor = 0;
    (void)columns;
    (void)names;
    if (values[0] && sscanf(values[0], "%d.%d", &major, &minor) == 2)
        *(int *)out = major > 4 || (major == 4 && minor >= 14);
    return 0;
}

int main(void)
{
    sqlite3 *db = 0;
    int fits = 0;
    if (sqlite3_libversion_number() < 3051003 || !sqlite3_compileoption_used("ENABLE_FTS5"))
        return 1;
    if (!sqlite3_compileoption_used("TEMP_STORE=2") && !sqlite3_compileoption_used("TEMP_STORE=3"))
        return 1;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_key(db, "k", 1) != SQLITE_OK)
        return 1;
    sqlite3_exec(db, "PRAGMA cipher_version", isNewEnough, &fits, 0);
    sqlite3_close(db);
    return fits ? 0 : 1;
}
