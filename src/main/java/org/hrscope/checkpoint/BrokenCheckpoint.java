package org.hrscope.checkpoint;

/// What is wrong with the file: the key of the error sentence and its arguments after the file name. Becomes a
/// `Problem` where the file is known.
final class BrokenCheckpoint extends RuntimeException {
    private static final int LONGEST = 200;

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

    /// Arguments of the sentence, shortened: a name in a hostile file may be as long as the file.
    Object[] arguments(Object file) {
        Object[] all = new Object[details.length + 1];
        all[0] = file;
        for (int i = 0; i < details.length; i++) {
            all[i + 1] = details[i] instanceof String name ? shortened(name) : details[i];
        }
        return all;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
    }
}
