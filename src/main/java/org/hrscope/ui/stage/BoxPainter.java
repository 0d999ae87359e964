package org.hrscope.ui.stage;

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

    private BoxPainter() {}

    /// With number and score, and a mark of doubt.
    static void box(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        to.rectangle(box, new StageDrawing.Pen(1.5, colour, 6, 5));
        String score = Texts.format("   %.2f", person.score());
        double y = Math.max(box.y(), 0) + 16;
        to.text(number(person) + score, box.x() + 5, y, TextAlignment.LEFT, colour);
    }

    /// Who is who, over the head, with a mark of doubt.
    static void number(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        double y = Math.max(box.y() - 4, 16);
        to.text(number(person), box.centerX(), y, TextAlignment.CENTER, colour);
    }

    private static String number(Person person) {
        return person.identity() + (person.uncertain() ? " ?" : "");
    }

    /// The crop: from half a pixel before the first pixel centre to half a pixel after the last.
    ///
    /// @param centres from pixel centres of the image to the stage
    static void crop(
            StageDrawing to, CropGeometry geometry, ModelInfo model, AffineTransform2D centres) {
        BoundingBox input = new BoundingBox(-0.5, -0.5, model.inputWidth(), model.inputHeight());
        BoundingBox crop = geometry.fromInput().then(centres).of(input);
        to.rectangle(crop, new StageDrawing.Pen(1.5, CROP));
        // Height first, as everywhere in the program.
        String size = model.inputHeight() + " × " + model.inputWidth();
        double right = Math.min(crop.x() + crop.width(), to.width()) - 6;
        double y = Math.max(crop.y(), 0) + 16;
        to.text(size, right, y, TextAlignment.RIGHT, CROP.interpolate(Color.WHITE, 0.7));
    }
}
