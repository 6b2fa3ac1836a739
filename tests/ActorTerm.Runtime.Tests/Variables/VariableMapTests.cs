using ActorTerm.Language;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Tests.Variables;

public class VariableMapTests
{
    [Fact]
    public void A_changed_map_leaves_the_one_it_came_from_alone()
    {
        var before = VariableMap.Empty.With("a", Value.Of(1));

        var after = before.With("b", Value.Of(2)).With("a", Value.Of(3));

        Assert.Equal("a=1", Text(before));
        Assert.Equal("a=3 b=2", Text(after));
        Assert.Equal(before.Version + 2, after.Version);
    }

    [Fact]
    public void Names_differ_by_case_and_are_found_by_a_part_of_another_text()
    {
        var map = VariableMap.Empty.With("user.x", Value.Of("low")).With("user.X", Value.Of("high"));

        Assert.True(map.TryGet("tab.user.x".AsSpan(4), out var value));
        Assert.Equal(Value.Of("low"), value);
        Assert.False(map.TryGet("user", out _));
        Assert.False(map.TryGet("", out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_agrees_with_a_dictionary_whatever_is_done_to_it(int seed)
    {
        var random = new Random(seed);
        var model = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        var map = VariableMap.Empty;

        for (var step = 0; step < 5_000; step++)
        {
            var name = $"n{random.Next(60)}";
            if (random.Next(3) == 0)
            {
                map = map.Without(name);
                model.Remove(name);
            }
            else
            {
                map = map.With(name, Value.Of(step));
                model[name] = Value.Of(step);
            }

            Assert.Equal(model.TryGetValue(name, out var expected), map.TryGet(name, out var actual));
            Assert.Equal(expected, actual);
        }

        Assert.Equal(string.Join(' ', model.Select(item => $"{item.Key}={item.Value}")), Text(map));
    }

    private static string Text(VariableMap map) => string.Join(' ', Enumerable.Range(0, map.Count).Select(i => $"{map.Names[i]}={map[i]}"));
}
