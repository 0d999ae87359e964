import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Icon files for Windows and macOS; both may contain PNG images as they are.
final class Icons {
    private static final int[] WINDOWS = {16, 32, 48, 64, 128, 256};
    private static final Map<Integer, String> MAC =
            new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09"));

    private Icons() {}

    static Path ico(Path pictures, Path file) throws IOException {
        int offset = 6 + 16 * WINDOWS.length;
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size : WINDOWS) {
            byte[] png = png(pictures, size);
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0); // 256 is stored as 0
            head.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(offset + body.size());
            body.writeBytes(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.array());
        whole.writeBytes(body.toByteArray());
        return Files.write(file, whole.toByteArray());
    }

    static Path icns(Path pictures, Path file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        for (Map.Entry<Integer, String> kind : MAC.entrySet()) {
            byte[] png = png(pictures, kind.getKey());
            out.writeBytes(kind.getValue());
            out.writeInt(8 + png.length);
            out.write(png);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(whole);
        head.writeBytes("icns");
        head.writeInt(8 + body.size());
        head.write(body.toByteArray());
        return Files.write(file, whole.toByteArray());
    }

    private static byte[] png(Path pictures, int size) throws IOException {
        return Files.readAllBytes(pictures.resolve("hrscope-" + size + ".png"));
    }
}
