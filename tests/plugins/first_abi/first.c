/* A plugin as the first boundary asked for it, in C and without anything of today's SDK. It stays as it is. */
#include <string.h>

#include "abi.h"

#define STAFF_QUERY                                                                                             \
    "{\"id\":\"staff\",\"source\":\"staff\",\"population\":{\"id\":\"everybody\",\"version\":\"1\","            \
    "\"title\":{\"en\":\"All staff\",\"cy\":\"Yr holl staff\"},"                                                \
    "\"definition\":{\"en\":\"Everybody.\",\"cy\":\"Pawb.\"},\"rule\":[[]]},"                                   \
    "\"labels\":[{\"id\":\"staff\",\"title\":{\"en\":\"Staff\",\"cy\":\"Y staff\"}}],"                          \
    "\"rows\":[{\"id\":\"all\",\"labels\":[{\"en\":\"All\",\"cy\":\"Pawb\"}],\"where\":[[]],\"total\":false}]," \
    "\"by\":[],\"totals\":\"none\",\"measures\":[{\"id\":\"headcount\","                                        \
    "\"title\":{\"en\":\"Headcount\",\"cy\":\"Nifer y staff\"},\"count\":\"headcount\",\"where\":[[]],"         \
    "\"months_before\":0}]}"

static const char description[] =
    "{\"id\":\"first\",\"version\":\"1.0.0\",\"title\":{\"en\":\"First\",\"cy\":\"Cyntaf\"},\"metrics\":["
    "{\"id\":\"staff\",\"title\":{\"en\":\"Staff\",\"cy\":\"Y staff\"},"
    "\"definition\":{\"en\":\"People with a counted assignment.\",\"cy\":\"Pobl ag aseiniad sy'n cyfrif.\"},"
    "\"unit\":{\"en\":\"People\",\"cy\":\"Pobl\"},\"tags\":[\"first\"],"
    "\"query\":" STAFF_QUERY
    ",\"formulas\":[],\"columns\":[],\"chart\":null,\"notes\":[],\"needs\":[],"
    "\"computed\":false},"
    "{\"id\":\"answer\",\"title\":{\"en\":\"The answer\",\"cy\":\"Yr ateb\"},"
    "\"definition\":{\"en\":\"What the plugin computes.\",\"cy\":\"Yr hyn mae'r ategyn yn ei gyfrifo.\"},"
    "\"unit\":{\"en\":\"None\",\"cy\":\"Dim\"},\"tags\":[],"
    "\"query\":{\"id\":\"\",\"source\":\"staff\",\"population\":{\"id\":\"\",\"version\":\"\","
    "\"title\":{\"en\":\"\",\"cy\":\"\"},\"definition\":{\"en\":\"\",\"cy\":\"\"},\"rule\":[[]]},"
    "\"labels\":[],\"rows\":[],\"by\":[],\"totals\":\"none\",\"measures\":[]},"
    "\"formulas\":[],\"columns\":[],\"chart\":null,\"notes\":[],\"needs\":[" STAFF_QUERY
    "],\"computed\":true}],"
    "\"actions\":[{\"id\":\"A1\",\"kind\":\"action\",\"title\":{\"en\":\"Do it\",\"cy\":\"Ei wneud\"},"
    "\"theme\":{\"en\":\"\",\"cy\":\"\"},\"lead\":\"\",\"measure\":{\"en\":\"\",\"cy\":\"\"},"
    "\"due\":\"2023-24\",\"areas\":\"All\",\"linked_id\":\"\"}]}";

static const char table[] =
    "{\"labels\":[],\"columns\":[{\"id\":\"answer\",\"title\":{\"en\":\"Answer\",\"cy\":\"Ateb\"},"
    "\"places\":1,\"percent\":false}],\"rows\":[{\"id\":\"all\",\"labels\":[],\"figures\":[\"4.2\"],"
    "\"total\":false}]}";

static qd_text text(const char* words) {
    qd_text all;
    all.data = words;
    all.length = strlen(words);
    return all;
}

static int32_t describe(const qd_host* host) {
    host->emit(host->context, text(description));
    return 0;
}

static int32_t compute(const qd_host* host, qd_text request) {
    static const char expected[] = "{\"metric\":\"answer\",";
    if (host->cancelled(host->context) || request.length < sizeof expected - 1 ||
        memcmp(request.data, expected, sizeof expected - 1) != 0) {
        host->fail(host->context, text("Only the metric answer is computed here."), text("Ask for it."));
        return 1;
    }
    host->log(host->context, text("computing"));
    host->emit(host->context, text(table));
    return 0;
}

__attribute__((visibility("default"))) const qd_plugin* quarterdeck_plugin(void) {
    static const qd_plugin plugin = {QD_MAGIC, sizeof(qd_plugin), QD_ABI_MAJOR, QD_ABI_MINOR, describe, compute};
    return &plugin;
}
