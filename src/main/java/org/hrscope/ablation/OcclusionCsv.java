package org.hrscope.ablation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Problem;
import org.hrscope.file.CsvCell;
import org.hrscope.file.WholeFile;

/// Writes an [Occlusion] as CSV, one row per joint and place: the patch's centre in the crop and in the image, the peak
/// on the bare crop, and how far it falls. Any thread.
///
/// @param joints    their names
/// @param fromCrop  crop pixels to image pixels
public record OcclusionCsv(List<String> joints, AffineTransform2D fromCrop) {
    private static final String HEAD = "joint,crop_x,crop_y,image_x,image_y,patch,peak,fall\n";

    public OcclusionCsv {
        joints = List.copyOf(joints);
    }

    /// @param which joints by their index
    /// @throws Problem `file.unwritable`
    public void write(Path file, Occlusion seen, List<Integer> which) throws Problem {
        StringBuilder text = new StringBuilder(HEAD);
        AffineTransform2D toCrop = seen.cellToCrop();
        for (int joint : which) {
            for (int row = 0; row < seen.falls().height(); row++) {
                for (int column = 0; column < seen.falls().width(); column++) {
                    double x = toCrop.x(column, row);
                    double y = toCrop.y(column, row);
                    text.append(CsvCell.of(joints.get(joint)))
                            .append(
                                    String.format(
                                            Locale.ROOT,
                                            ",%.1f,%.1f,%.2f,%.2f,%d,%.5f,%.5f\n",
                                            x,
                                            y,
                                            fromCrop.x(x, y),
                                            fromCrop.y(x, y),
                                            seen.patch().size(),
                                            seen.peaks()[joint],
                                            seen.falls().at(joint, row, column)));
                }
            }
        }
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
