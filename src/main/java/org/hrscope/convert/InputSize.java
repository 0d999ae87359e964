package org.hrscope.convert;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.hrnet.HrNet;

/// A network's input size in pixels. Written height first, as in `256x192`, as is customary in the field.
public record InputSize(int height, int width) {
    private static final Pattern TEXT = Pattern.compile("(?<!\\d)(\\d{2,4})x(\\d{2,4})(?!\\d)");
    private static final int LARGEST = 4096;

    /// The first size in a text such as a file name that HRNet accepts; empty if there is none.
    public static Optional<InputSize> in(String text) {
        Matcher found = TEXT.matcher(text);
        while (found.find()) {
            InputSize size =
                    new InputSize(
                            Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            if (size.fits()) return Optional.of(size);
        }
        return Optional.empty();
    }

    /// Whether both sides can be halved five times.
    public boolean fits() {
        return height > 0
                && width > 0
                && Math.max(height, width) <= LARGEST
                && height % HrNet.SIZE_STEP == 0
                && width % HrNet.SIZE_STEP == 0;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
