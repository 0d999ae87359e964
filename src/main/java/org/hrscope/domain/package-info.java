/// The field's terms as records: frame, box, keypoint, heatmap, skeleton. Imports nothing of ours.
@NullMarked
package org.hrscope.domain;

import org.jspecify.annotations.NullMarked;
