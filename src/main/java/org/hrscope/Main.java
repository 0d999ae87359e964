package org.hrscope;

/// Starts the window, or the command named by the first argument.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {}
}
