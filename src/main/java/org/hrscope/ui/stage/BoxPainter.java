package org.hrscope.ui.stage;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.ModelInfo;
import org.hrscope.people.Person;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.common.Texts;

/// Paints what stands round a person: box, crop, number.
final class BoxPainter {
    private static final Color CROP = Color.rgb(91, 157, 255, 0.95);
    private static final StageDrawing.Pen SIDE = new StageDrawing.Pen(1.5, CROP);
    private static final StageDrawing.Pen BEYOND = new StageDrawing.Pen(1.5, CROP, 3, 6);

    /// From the stage's edge to a line that lies beyond it, so that the line is seen.
    private static final double EDGE = 1;

    private static final double LINE = 16;
    private static final double INSIDE = 6;
    private static final double ABOVE = 4;
    private static final double BETWEEN = 3;

    /// Behind the crop's size, which often stands beside the image, on the pale stage. Its ends are round.
    private static final StageDrawing.Pen PLATE =
            new StageDrawing.Pen(LINE, Color.rgb(11, 15, 22, 0.8));

    /// In widths of the label: a crop that is narrower is little more than a person.
    private static final double SMALL = 2.5;

    private BoxPainter() {}

    /// With number and score, and a mark of doubt.
    static void box(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        to.rectangle(box, new StageDrawing.Pen(1.5, colour, 6, 5));
        double y = Math.max(box.y(), 0) + LINE;
        to.text(scored(person), box.x() + 5, y, TextAlignment.LEFT, colour);
    }

    /// Who is who, over the head, with a mark of doubt.
    static void number(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        double y = Math.max(box.y() - ABOVE, LINE);
        to.text(number(person), box.centerX(), y, TextAlignment.CENTER, colour);
    }

    /// Where either of them says who it is.
    static Rectangle2D place(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, boolean boxed) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        double width = to.widthOf(boxed ? scored(person) : number(person));
        if (boxed) return line(box.x() + 5, Math.max(box.y(), 0), width);
        return line(box.centerX() - width / 2, Math.max(box.y() - ABOVE - LINE, 0), width);
    }

    private static String scored(Person person) {
        return number(person) + Texts.format("   %.2f", person.score());
    }

    private static String number(Person person) {
        return person.identity() + (person.uncertain() ? " ?" : "");
    }

    /// The crop: from half a pixel before the first pixel centre to half a pixel after the last.
    static BoundingBox crop(CropGeometry geometry, ModelInfo model, AffineTransform2D centres) {
        BoundingBox input = new BoundingBox(-0.5, -0.5, model.inputWidth(), model.inputHeight());
        return geometry.fromInput().then(centres).of(input);
    }

    /// Closed, also where the crop reaches beyond the stage: what lies outside is dashed, along the stage's edge.
    /// Nothing where no side of it is on the stage.
    static void frame(StageDrawing to, BoundingBox crop) {
        double right = crop.x() + crop.width();
        double bottom = crop.y() + crop.height();
        boolean[] within = {
            crop.x() >= EDGE,
            right <= to.width() - EDGE,
            crop.y() >= EDGE,
            bottom <= to.height() - EDGE
        };
        double x1 = Math.max(crop.x(), EDGE);
        double x2 = Math.min(right, to.width() - EDGE);
        double y1 = Math.max(crop.y(), EDGE);
        double y2 = Math.min(bottom, to.height() - EDGE);
        boolean seen = within[0] || within[1] || within[2] || within[3];
        if (!seen || x1 > x2 || y1 > y2) return;
        to.line(x1, y1, x1, y2, within[0] ? SIDE : BEYOND);
        to.line(x2, y1, x2, y2, within[1] ? SIDE : BEYOND);
        to.line(x1, y1, x2, y1, within[2] ? SIDE : BEYOND);
        to.line(x1, y2, x2, y2, within[3] ? SIDE : BEYOND);
    }

    /// The crop's size, where it hides nothing; not at all if there is no such place.
    static void size(StageDrawing to, BoundingBox crop, ModelInfo model, LabelPlaces places) {
        // Height first, as everywhere in the program.
        String size = model.inputHeight() + " × " + model.inputWidth();
        places.firstFree(sizePlaces(crop, to, to.widthOf(size) + LINE))
                .ifPresent(place -> {
                    double left = place.getMinX() + LINE / 2;
                    double middle = place.getMinY() + LINE / 2;
                    to.line(left, middle, place.getMaxX() - LINE / 2, middle, PLATE);
                    Color ink = CROP.interpolate(Color.WHITE, 0.7);
                    to.text(size, left, place.getMaxY(), TextAlignment.LEFT, ink);
                });
    }

    /// In a corner of the crop; where that is so small that the label would hide the person, below or above it.
    private static List<Rectangle2D> sizePlaces(BoundingBox crop, StageDrawing to, double width) {
        double left = Math.max(crop.x(), 0) + INSIDE;
        double right = Math.min(crop.x() + crop.width(), to.width()) - INSIDE - width;
        double top = Math.max(crop.y(), 0) + INSIDE / 2;
        double foot = Math.min(crop.y() + crop.height(), to.height());
        double bottom = foot - INSIDE / 2 - LINE;
        if (crop.width() > SMALL * width)
            return List.of(
                    line(right, top, width),
                    line(right, bottom, width),
                    line(left, top, width),
                    line(left, bottom, width));
        double above = crop.y() - LINE - BETWEEN;
        return Stream.of(line(right, foot + BETWEEN, width), line(right, above, width))
                .filter(place -> place.getMinY() >= 0 && place.getMaxY() <= to.height())
                .toList();
    }

    private static Rectangle2D line(double left, double top, double width) {
        return new Rectangle2D(left, top, width, LINE);
    }
}
