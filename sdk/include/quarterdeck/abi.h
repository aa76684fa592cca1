/* The boundary between the host and a plugin: C, so that neither side depends on the other's compiler.
 *
 * A plugin is a shared object that exports one function, `quarterdeck_plugin`, which returns a pointer to a
 * static `qd_plugin`. Structs grow only at the end; `size` tells how much of one the other side knows.
 * All text is UTF-8 with its length in bytes, not ended by NUL. Messages are JSON; sdk/schemas holds their shapes.
 * No exception and no allocation crosses: the callee copies what it keeps, the caller frees what it made.
 */
#ifndef QUARTERDECK_ABI_H
#define QUARTERDECK_ABI_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define QD_MAGIC 0x5144454BU /* "QDEK" */
#define QD_ABI_MAJOR 1       /* another major can't be loaded */
#define QD_ABI_MINOR 2       /* a minor adds members at the end of a struct, or to a message */

typedef struct qd_text {
    const char* data;
    uint64_t length; /* bytes */
} qd_text;

/* What the host offers during a call. `context` is passed back unchanged. */
typedef struct qd_host {
    uint32_t size; /* sizeof(qd_host) in the host */
    void* context;
    void (*emit)(void* context, qd_text message);            /* the call's one answer; a later one replaces it */
    void (*log)(void* context, qd_text line);                /* for the plugin's author; never enters a report */
    void (*fail)(void* context, qd_text what, qd_text hint); /* why the call can't be answered, and the remedy */
    int32_t (*cancelled)(void* context);                     /* not 0: stop soon, nobody waits any more */
} qd_host;

/* What a plugin offers. Functions return 0 after exactly one `emit`, another value after `fail`. */
typedef struct qd_plugin {
    uint32_t magic; /* QD_MAGIC */
    uint32_t size;  /* sizeof(qd_plugin) in the plugin */
    uint16_t abi_major;
    uint16_t abi_minor;
    int32_t (*describe)(const qd_host* host);
    int32_t (*compute)(const qd_host* host, qd_text request);
} qd_plugin;

const qd_plugin* quarterdeck_plugin(void);

#ifdef __cplusplus
}
#endif

#endif
