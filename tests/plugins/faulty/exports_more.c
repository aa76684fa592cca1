/* One symbol too many. */
__attribute__((visibility("default"))) int one_too_many(void) {
    return 1;
}
