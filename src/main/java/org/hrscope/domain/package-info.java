/// The words of the field as records: frames, boxes, keypoints, heatmaps, skeletons. Imports nothing of ours.
@NullMarked
package org.hrscope.domain;

import org.jspecify.annotations.NullMarked;
