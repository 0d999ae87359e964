package org.hrscope.ui.stage;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.hrscope.domain.BoundingBox;

/// What a person does on the stage besides looking.
///
/// @param drawn  takes a box in image pixels
/// @param chosen takes the identity of the person who was clicked
public record StageChoices(Consumer<BoundingBox> drawn, IntConsumer chosen) {}
