package org.hrscope.capture;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

/// What is asked of a camera; it gives the nearest it has.
///
/// @param width,height in pixels
/// @param rate         frames per second; 0 for the camera's own
public record CameraMode(int width, int height, int rate) {
    /// Where nothing else is asked.
    public static final CameraMode USUAL = new CameraMode(1280, 720, 0);

    private static final int MOST = 20_000;
    private static final int FASTEST = 1000;
    private static final Pattern SIZE = Pattern.compile("size=(\\d{1,5})[x×](\\d{1,5})");
    private static final Pattern RATE = Pattern.compile("fps=(\\d{1,4})");

    /// @throws IllegalArgumentException where no camera could be asked for that
    public CameraMode {
        boolean size = width > 0 && height > 0 && width <= MOST && height <= MOST;
        if (!size || rate < 0 || rate > FASTEST)
            throw new IllegalArgumentException(width + "x" + height + " at " + rate);
    }

    public CameraMode sized(int wide, int high) {
        return new CameraMode(wide, high, rate);
    }

    public CameraMode at(int framesPerSecond) {
        return new CameraMode(width, height, framesPerSecond);
    }

    /// `size=640x480&fps=15`, either of them, or nothing.
    ///
    /// @param whole for the sentence
    /// @throws Problem `camera.mode`
    static CameraMode parse(String text, String whole) throws Problem {
        CameraMode mode = USUAL;
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            Matcher size = SIZE.matcher(part.toLowerCase(Locale.ROOT));
            Matcher rate = RATE.matcher(part.toLowerCase(Locale.ROOT));
            try {
                if (size.matches()) mode = mode.sized(number(size, 1), number(size, 2));
                else if (rate.matches()) mode = mode.at(number(rate, 1));
                else throw new Problem("camera.mode", whole);
            } catch (IllegalArgumentException impossible) {
                throw new Problem(impossible, "camera.mode", whole);
            }
        }
        return mode;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /// As parsed; empty for the usual.
    String text() {
        String size = "size=" + width + "x" + height;
        if (equals(USUAL)) return "";
        return rate == 0 ? size : size + "&fps=" + rate;
    }
}
