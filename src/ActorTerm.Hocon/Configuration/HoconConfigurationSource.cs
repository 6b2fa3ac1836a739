using Microsoft.Extensions.Configuration;

namespace ActorTerm.Hocon.Configuration;

/// <summary>A resolved configuration as a source of Microsoft.Extensions.Configuration.</summary>
public sealed class HoconConfigurationSource(Config config) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new HoconConfigurationProvider(config);
}

public static class HoconConfigurationExtensions
{
    public static IConfigurationBuilder AddHocon(this IConfigurationBuilder builder, Config config) =>
        builder.Add(new HoconConfigurationSource(config));
}
