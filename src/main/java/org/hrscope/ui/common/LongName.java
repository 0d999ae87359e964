package org.hrscope.ui.common;

/// Names of networks, nodes and files, which are longer than a line and have no spaces. Any thread.
public final class LongName {
    /// JavaFX breaks lines of Latin letters at white space only, which a zero-width space is not.
    private static final String HAIR_SPACE = "\u200a";

    private LongName() {}

    /// May be broken between its parts, else a line would end in the middle of a number.
    public static String of(String name) {
        return name.replaceAll("[._]", "$0" + HAIR_SPACE);
    }
}
