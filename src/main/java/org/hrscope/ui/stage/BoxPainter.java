package org.hrscope.ui.stage;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.ModelInfo;
import org.hrscope.people.Person;
import org.hrscope.pixels.CropGeometry;

/// Paints what stands round a person: box, crop, number. FX thread.
final class BoxPainter {
    private static final Color CROP = Color.rgb(91, 157, 255, 0.95);
    private static final Font SMALL = Font.font("System", FontWeight.BOLD, 11);

    private BoxPainter() {}

    /// With number and score, and a mark of doubt.
    static void box(
            GraphicsContext to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        to.setLineDashes(6, 5);
        to.setLineWidth(1.5);
        to.setStroke(colour);
        to.strokeRect(box.x(), box.y(), box.width(), box.height());
        to.setLineDashes();
        String score = String.format(Locale.ROOT, "   %.2f", person.score());
        to.setTextAlign(TextAlignment.LEFT);
        text(to, number(person) + score, box.x() + 5, Math.max(box.y(), 0) + 16, colour);
    }

    /// Who is who, over the head, with a mark of doubt.
    static void number(
            GraphicsContext to, AffineTransform2D pictureToStage, Person person, Color colour) {
        BoundingBox box = pictureToStage.of(person.pose().box());
        to.setTextAlign(TextAlignment.CENTER);
        text(to, number(person), box.centerX(), Math.max(box.y() - 4, 16), colour);
    }

    private static String number(Person person) {
        return person.identity() + (person.uncertain() ? " ?" : "");
    }

    /// The crop: from half a pixel before the first pixel centre to half a pixel after the last.
    ///
    /// @param centres from pixel centres of the image to the stage
    static void crop(
            GraphicsContext to, CropGeometry geometry, ModelInfo model, AffineTransform2D centres) {
        BoundingBox input = new BoundingBox(-0.5, -0.5, model.inputWidth(), model.inputHeight());
        BoundingBox crop = geometry.fromInput().then(centres).of(input);
        to.setLineWidth(1.5);
        to.setStroke(CROP);
        to.strokeRect(crop.x(), crop.y(), crop.width(), crop.height());
        // Height first, as everywhere in the program.
        String size = model.inputHeight() + " × " + model.inputWidth();
        double right = Math.min(crop.x() + crop.width(), to.getCanvas().getWidth()) - 6;
        to.setTextAlign(TextAlignment.RIGHT);
        text(to, size, right, Math.max(crop.y(), 0) + 16, CROP.brighter());
    }

    static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(SMALL);
        return measured.getLayoutBounds().getWidth();
    }

    static double lineHeight() {
        return SMALL.getSize() * 1.2;
    }

    /// Legible on anything.
    ///
    /// @param y of its lower edge
    static void text(GraphicsContext to, String text, double x, double y, Color fill) {
        to.setFont(SMALL);
        to.setTextBaseline(VPos.BOTTOM);
        to.setLineWidth(3);
        to.setStroke(SkeletonPainter.OUTLINE);
        to.strokeText(text, x, y);
        to.setFill(fill);
        to.fillText(text, x, y);
    }
}
