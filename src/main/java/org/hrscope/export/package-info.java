/// What leaves the program: annotated pictures, COCO keypoint results.
@NullMarked
package org.hrscope.export;

import org.jspecify.annotations.NullMarked;
