using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>Where two configurations differ: the paths of values that are in one only, or others. A list is one value.</summary>
internal static class Differences
{
    public static IEnumerable<(HoconPath Path, HoconValue? Before, HoconValue? After)> Between(HoconObject before, HoconObject after) =>
        Between(HoconPath.Root, before, after);

    private static IEnumerable<(HoconPath Path, HoconValue? Before, HoconValue? After)> Between(HoconPath at, HoconObject before, HoconObject after)
    {
        foreach (var key in before.Concat(after).Select(field => field.Key).Distinct())
        {
            var path = at.Then(key);
            var old = before.TryGetField(key, out var was) ? was.Value : null;
            var now = after.TryGetField(key, out var field) ? field.Value : null;
            if (old is HoconObject or null && now is HoconObject or null && (old is HoconObject { Count: > 0 } || now is HoconObject { Count: > 0 }))
            {
                var none = new HoconObject([], Origin.Of("nothing"));
                foreach (var inner in Between(path, old as HoconObject ?? none, now as HoconObject ?? none)) yield return inner;
            }
            else if (!Equals(old, now))
            {
                yield return (path, old, now);
            }
        }
    }
}
