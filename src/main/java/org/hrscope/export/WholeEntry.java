package org.hrscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An array's bytes, checked at their end against their checksum, which [ZipFile] does not do. Read until there is no
/// more. One thread.
final class WholeEntry extends CheckedInputStream {
    private final ZipEntry entry;

    private WholeEntry(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
    }

    static InputStream of(ZipFile zip, ZipEntry entry) throws IOException {
        return new WholeEntry(zip.getInputStream(entry), entry);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0 && getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + ": checksum");
        }
        return count;
    }
}
