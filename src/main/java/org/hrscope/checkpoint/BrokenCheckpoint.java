package org.hrscope.checkpoint;

/// What is wrong with the file at hand: the key of the sentence and what follows the file's name in it. Becomes a
/// `Problem` where the file is known.
final class BrokenCheckpoint extends RuntimeException {
    private final String key;
    private final transient Object[] details;

    BrokenCheckpoint(String key, Object... details) {
        super(key, null, false, false);
        this.key = key;
        this.details = details;
    }

    String key() {
        return key;
    }

    /// The sentence's arguments.
    Object[] arguments(Object file) {
        Object[] all = new Object[details.length + 1];
        all[0] = file;
        System.arraycopy(details, 0, all, 1, details.length);
        return all;
    }
}
