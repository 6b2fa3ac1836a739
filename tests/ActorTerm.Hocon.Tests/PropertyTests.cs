using System.Globalization;
using System.Text;

namespace ActorTerm.Hocon.Tests;

/// <summary>Random trees and random texts. Each failure names the seed that makes it again.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "=", "+=", "${", "${?", "}", "a", "b", "a.b", ".", "include ", "include \"a\"", "required(", "file(", ")", "\"", "\"\"\"",
        "\\", "\\u00", "\n", " ", "\t", "#", "//", "1", "-", "e+", "0.5", "true", "null", "$", "+", "?", "\u00e4", "\ud83d\ude00", "\ud800", "\0", "\u0085", "\ufeff",
        "a : ${a}", "a += ${b}", "b { c : ${a} }\n", "a : [${?b.c}] ${a}\n", "${a.b}", "\"x\"", "\n\n", "10 ms",
    ];

    [Fact]
    public void A_rendered_tree_is_parsed_back_to_itself()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var tree = RandomObject(new Random(seed), 4);

            var text = tree.ToString();

            Assert.True(tree.Equals(Tree.Of(text)), $"seed {seed}: {text}");
            Assert.True(text == Tree.Of(text).ToString(), $"seed {seed}: order of {text}");
        }
    }

    [Fact]
    public void A_random_text_is_a_tree_or_a_complaint_with_a_place()
    {
        for (var seed = 0; seed < 30_000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var n = random.Next(1, 24); n > 0; n--) text.Append(random.Next(12) == 0 ? ((char)random.Next(0x3000)).ToString() : Pieces[random.Next(Pieces.Length)]);

            AssertHandled(text.ToString(), seed);
        }
    }

    [Fact]
    public void A_good_text_with_random_faults_is_a_tree_or_a_complaint_with_a_place()
    {
        const string good =
            """
            # a comment
            a { b : [1, 2.5, "three"], c = ${d.e}, c : ${?none}x } // another
            d : { e : { f = "\u00e4\n" } } { g : null }
            d.list += 1, d.list += ${a.b}, d.list = ${d.list} [ { deep : true } ]
            text = ${a.b} ${d.list}
            "quoted key".x = ""\" two "lines"
            ""\"
            """;
        for (var seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(good);
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, random.Next(Math.Min(20, text.Length - at)));
                else text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }

            AssertHandled(text.ToString(), seed);
        }
    }

    /// <summary>Anything but <see cref="HoconException"/> fails the test, and so does a complaint without a place inside the text.</summary>
    private static void AssertHandled(string text, int seed)
    {
        try
        {
            var tree = HoconParser.ParseText(text, "test.conf", "/nowhere").Resolve(Environment.GetEnvironmentVariable).Root;
            Assert.True(tree.Equals(Tree.Of(tree.ToString())), $"seed {seed}: {text}");
        }
        catch (HoconException e)
        {
            var lines = text.Split('\n');
            Assert.True(e.Line >= 1 && e.Line <= lines.Length, $"seed {seed}: line of '{e.Message}' in {text}");
            Assert.True(e.Column >= 1 && e.Column <= lines[e.Line - 1].Length + 1, $"seed {seed}: column of '{e.Message}' in {text}");
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"seed {seed}: {e} for {text}");
        }
    }

    private static HoconObject RandomObject(Random random, int depth) =>
        new(Enumerable.Range(0, random.Next(5)).Select(_ => RandomText(random)).Distinct().Select(k => new HoconField(k, RandomValue(random, depth - 1), Origin.Of("random"))), Origin.Of("random"));

    private static HoconValue RandomValue(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => new HoconBoolean(random.Next(2) == 0, Origin.Of("random")),
        1 => new HoconNull(Origin.Of("random")),
        2 => new HoconNumber(RandomNumber(random), Origin.Of("random")),
        3 or 4 => new HoconString(RandomText(random), Origin.Of("random")),
        5 => new HoconArray(Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth - 1)).ToList(), Origin.Of("random")),
        _ => RandomObject(random, depth),
    };

    private static string RandomNumber(Random random) => random.Next(3) switch
    {
        0 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        1 => $"-{random.Next(100)}.{random.Next(1000):000}",
        _ => $"{random.Next(10)}e{(random.Next(2) == 0 ? "+" : "-")}{random.Next(30)}",
    };

    private static string RandomText(Random random)
    {
        string[] special = ["", "include", "true", "null", "10", "a.b", "\"", "\"\"\"", "\\", "${a}", "#", "//", "\n", "\r\n", "\t", "\0", "\u001f", "\ufeff", " a ", "\ud83d\ude00", "\ud800", "+=", "{}[]:,"];
        return random.Next(3) == 0 ? special[random.Next(special.Length)] : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => (char)random.Next(0x20, 0x250)));
    }
}
