package org.hrscope.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.json.Json;
import org.hrscope.model.Keypoint;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;

/// One person in COCO's format of keypoint results: x, y, score for each joint, and the mean score.
///
/// See https://cocodataset.org/#format-results
public record CocoResult(long imageId, int categoryId, List<Double> keypoints, double score) {
    private static final int PERSON = 1;
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(?!.*\\d)");

    public static CocoResult of(long imageId, Pose pose) {
        List<Double> numbers = new ArrayList<>(pose.keypoints().size() * 3);
        for (Keypoint keypoint : pose.keypoints()) {
            numbers.add(hundredth(keypoint.x()));
            numbers.add(hundredth(keypoint.y()));
            numbers.add(keypoint.score());
        }
        return new CocoResult(imageId, PERSON, numbers, pose.score());
    }

    private static double hundredth(double pixels) {
        return Math.round(pixels * 100) / 100.0;
    }

    /// The last number in a file's name (000000000785.jpg is picture 785), `otherwise` where there is none that fits.
    public static long imageId(String fileName, long otherwise) {
        Matcher number = NUMBER.matcher(fileName.replaceFirst("\\.[^.]*$", ""));
        try {
            return number.find() ? Long.parseLong(number.group(1)) : otherwise;
        } catch (NumberFormatException tooLong) {
            return otherwise;
        }
    }

    public static void write(Path file, List<CocoResult> results) throws Problem {
        new Json(Json.Names.SNAKE_CASE).write(file, results);
    }
}
