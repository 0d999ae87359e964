package org.hrscope.recording;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// What FFmpeg writes, into a Java stream, each piece flushed: a killed process loses nothing it was told is written.
/// Keeps the stream's own exception, which says more than FFmpeg's error code. One thread.
final class OutputBridge extends Write_packet_Pointer_BytePointer_int {
    private static final int BLOCK = 1 << 16;

    private final OutputStream to;
    private final AVIOContext context;
    private byte[] bytes = new byte[BLOCK];
    private @Nullable Throwable failed;
    private long written;

    OutputBridge(OutputStream to) {
        this.to = to;
        BytePointer buffer = new BytePointer(avutil.av_malloc(BLOCK)).capacity(BLOCK);
        context = avformat.avio_alloc_context(buffer, BLOCK, 1, null, null, this, null);
        context.seekable(0);
    }

    AVIOContext context() {
        return context;
    }

    /// Bytes so far.
    long written() {
        return written;
    }

    @Override
    public int call(Pointer opaque, BytePointer buffer, int size) {
        try {
            if (failed != null) return avutil.AVERROR_EXIT;
            if (bytes.length < size) bytes = new byte[size];
            buffer.get(bytes, 0, size);
            to.write(bytes, 0, size);
            to.flush();
            written += size;
            return size;
        } catch (Throwable e) {
            // Nothing may be thrown through C.
            failed = e;
            return avutil.AVERROR_EXIT;
        }
    }

    /// Throws what a write met, if one failed.
    void check() throws IOException {
        Throwable thrown = failed;
        if (thrown != null) throw new IOException(thrown.getMessage(), thrown);
    }

    void free() {
        avutil.av_free(context.buffer());
        avformat.avio_context_free(context);
        close();
    }
}
