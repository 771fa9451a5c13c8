using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Api.Exports;

/// <summary>The columns of an export that names none.</summary>
internal static class UsualColumns
{
    private static readonly Dictionary<string, string[]> Chosen = new()
    {
        ["runs"] =
        [
            "runNumber", "detectors.detector.name", "tags.text", "fill.fillNumber", "lhcPeriod.name", "startTime", "endedAt", "duration", "definition", "environment.environmentId",
            "quality", "epnCount", "flpCount", "dcsEnabled", "trigger", "endOfRunReasons.category", "endOfRunReasons.title", "endOfRunReasons.description",
        ],
        ["fills"] =
        [
            "fillNumber", "stableBeamsStart", "stableBeamsEnd", "stableBeamsDuration", "statistics.timeLossAtStart", "statistics.meanRunDuration", "statistics.runsCoverage",
            "statistics.efficiency", "beamType", "collidingBunches", "fillingSchemeName",
        ],
        ["environments"] = ["environmentId", "createdAt", "updatedAt", "currentStatus", "statusSequence", "everInError", "runs.runNumber"],
        ["logEntries"] = ["number", "title", "author.name", "createdAt", "tags.text", "runs.runNumber", "environments.environmentId", "fills.fillNumber", "replyCount", "attachmentCount", "text"],
    };

    /// <summary>The usual columns of a list: those that its page shows; of others all values of their own.</summary>
    /// <exception cref="FormatException">There is no such list.</exception>
    public static IReadOnlyList<string> Of(Schema schema, string list)
    {
        if (Chosen.TryGetValue(list, out var chosen)) return chosen;
        if (!ListExportDocument.Lists(schema).Contains(list)) return [];
        var row = (FieldsType)((FieldsType)schema.QueryType!.Fields[list].Type.Named).Fields["nodes"].Type.Named;
        return [.. row.Fields.Where(field => field.Type.IsLeaf && field.Type.Nullable is not ListType && !field.Arguments.Any(argument => argument.IsRequired)).Select(field => field.Name)];
    }
}
