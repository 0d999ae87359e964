package org.hrscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class PlainWriterTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void inGermany() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void home() {
        Locale.setDefault(before);
    }

    @Test
    void numbersHaveTheirPointInEveryCountry() {
        StringWriter text = new StringWriter();
        new PlainWriter(text).printf("%.2f of %,d", 0.5, 1_234_567);
        assertThat(text).hasToString("0.50 of 1,234,567");
    }

    /// Whoever pipes a long run into a file wants to see how far it is.
    @Test
    void eachLineIsWrittenAtOnce() {
        StringWriter text = new StringWriter();
        new PlainWriter(new PrintWriter(new java.io.BufferedWriter(text))).println("one");
        assertThat(text).hasToString("one" + System.lineSeparator());
    }
}
