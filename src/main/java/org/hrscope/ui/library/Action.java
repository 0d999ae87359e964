package org.hrscope.ui.library;

/// What a person can do with a network of the library.
public enum Action {
    USE,
    DOWNLOAD,
    CHOOSE,
    CANCEL,
    VERIFY,
    REMOVE
}
