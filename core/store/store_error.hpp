// Why the store did not do what it was asked. Closed; ui/text turns it into a sentence.
#pragma once

namespace countersign::store
{

enum class StoreError {
    Absent,        // the file is not there, and the caller did not ask for a new one
    Io,            // the disk failed
    DiskFull,      // nothing was changed
    Corrupt,       // the file is ours by its salt, but not what was written
    Busy,          // another process holds the profile
    WrongKey,      // encrypted with another key
    VersionTooNew, // written by a newer program
    Quarantined,   // the head mark is ahead of both copies: nothing may be added
    NotOpen,       // closed
    Distrusted,    // an earlier failure: reopen, recover, then ask again
    Constraint,    // a key exists already, or a trigger refused the change
    TooBig,        // beyond a limit of the store
    OutOfMemory,   // the library could not have what it needed; nothing was changed
    LibraryTooOld, // SQLCipher or SQLite below the floor, or built without what the store needs
    Misuse         // a statement that does not fit the schema: a defect of ours
};

} // namespace countersign::store
